// The tab 档案 of a task: the records of its case, the attachments, what was written last. Nothing
// is loaded before somebody opens it.

import { wire } from '/attachments.js';

const FAULT = '档案暂时打不开，请刷新页面后重试；仍有问题请联系系统管理员。';

async function read(task) {
  const answer = await fetch(`/case-file/${encodeURIComponent(task)}`, { headers: { Accept: 'application/json' } });
  if (answer.redirected) {
    throw '登录已经过期，请刷新页面重新登录。';
  }
  if (!answer.ok) {
    throw (await answer.json().catch(() => ({}))).message || FAULT;
  }
  return new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('.wf-case-file');
}

export default {
  id: 'case-file',
  pluginPoint: 'tasklist.task.detail',
  priority: 500,
  properties: {
    label: '档案'
  },
  render: async (node, { taskId }) => {
    node.className = 'wf-case-file-tab';
    node.textContent = '正在打开……';
    try {
      const file = await read(taskId);
      node.replaceChildren(file);
      file.querySelectorAll('.wf-attachments').forEach(wire);
    } catch (problem) {
      node.textContent = typeof problem === 'string' ? problem : FAULT;
      node.setAttribute('role', 'alert');
    }
  }
};
