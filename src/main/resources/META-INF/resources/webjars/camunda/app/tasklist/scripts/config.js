// Settings of the Tasklist: Chinese for everybody, the company's name, our scripts.

// Labels are cached in the browser under the engine's version, which no longer changes: drop
// them, so that a new release of ours is read at once.
try {
  const cached = JSON.parse(localStorage.getItem('camunda-web') || '{}');
  Object.keys(cached)
    .filter(key => key.includes('_locales_data_'))
    .forEach(key => delete cached[key]);
  localStorage.setItem('camunda-web', JSON.stringify(cached));
} catch (e) {
  localStorage.removeItem('camunda-web');
}

// What staff must not or cannot use here: tasks outside a process, comments (they would put
// personal data into the engine's tables, and the server refuses them), and a history that would
// show variable values, which are not kept.
document.querySelector('base').setAttribute('cam-exclude-plugins', [
  'tasklist.navbar.action:create-task-action',
  'tasklist.task.action:task-action-comment',
  'tasklist.task.detail:task-detail-history'
].join(','));

export default {
  app: {
    name: '任务办理',
    vendor: '物业流程'
  },
  dateFormat: {
    monthName: 'MMMM',
    day: 'DD',
    abbr: 'M月D日 HH:mm',
    normal: 'YYYY年M月D日 HH:mm',
    long: 'YYYY年M月D日 dddd HH:mm',
    short: 'YYYY-MM-DD'
  },
  locales: {
    availableLocales: ['zh'],
    fallbackLocale: 'zh'
  },
  customScripts: ['../../lib/wuyeflow', 'scripts/zh/formjs-zh', 'scripts/drafts', 'scripts/desk', 'scripts/casefile'],
  disableWelcomeMessage: true,

  shortcuts: {
    claimTask: {
      key: 'ctrl+alt+c',
      description: '领取选中的任务'
    },
    focusFilter: {
      key: 'ctrl+shift+f',
      description: '跳到第一个清单'
    },
    focusList: {
      key: 'ctrl+alt+l',
      description: '跳到第一项任务'
    },
    focusForm: {
      key: 'ctrl+alt+f',
      description: '跳到表单的第一项'
    },
    startProcess: {
      key: 'ctrl+alt+p',
      description: '发起业务'
    }
  }
};
