// The section with the attachments of a case, on our own pages and in the Tasklist: uploads with
// progress, and says beside the button what was refused.

const NO_ANSWER = '网络不通，文件没有传上去。请检查网络后重试。';
const LOGGED_OUT = '登录已经过期，文件没有传上去。请刷新页面重新登录后再传。';
const FAULT = '没有传上去，请刷新页面后重试；仍有问题请联系系统管理员。';

function sentence(request) {
  if (request.responseURL.includes('/login')) {
    return LOGGED_OUT;
  }
  try {
    const { type, message } = JSON.parse(request.responseText);
    // What we refuse says why; what is refused before it comes to us lacks the session.
    return request.status === 403 && type !== 'Refusal' ? LOGGED_OUT : message || FAULT;
  } catch (e) {
    return FAULT;
  }
}

// Sends a form; the promise is refused with a sentence that tells the person what is wrong.
function send(address, token, form, progress) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', address);
    request.setRequestHeader('Accept', 'application/json');
    request.setRequestHeader('X-CSRF-TOKEN', token);
    request.upload.addEventListener('progress', event => progress(event.loaded / event.total));
    request.addEventListener('load', () => request.status === 204 ? resolve() : reject(sentence(request)));
    request.addEventListener('error', () => reject(NO_ANSWER));
    request.send(form);
  });
}

async function renew(section) {
  const answer = await fetch(section.dataset.address);
  if (!answer.ok || answer.redirected) {
    throw answer.redirected ? LOGGED_OUT : FAULT;
  }
  const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('.wf-attachments');
  section.replaceWith(fresh);
  wire(fresh);
  return fresh;
}

async function upload(section, files) {
  const form = section.querySelector('.wf-upload');
  const { address, largest, tooLarge, token } = section.dataset;
  const kind = form.querySelector('[name="kind"]').value;
  const bar = form.querySelector('progress');
  const inputs = [...form.querySelectorAll('input[type="file"]')];
  const problems = [];
  let done = 0;
  bar.hidden = false;
  inputs.forEach(input => { input.disabled = true; });
  for (const file of files) {
    const data = new FormData();
    data.set('kind', kind);
    data.set('file', file);
    try {
      if (file.size > Number(largest)) {
        throw tooLarge;
      }
      await send(address, token, data, part => { bar.value = (done + part) * 100 / files.length; });
    } catch (problem) {
      problems.push(files.length > 1 ? `${file.name}：${problem}` : problem);
    }
    done++;
  }
  let shown = section;
  try {
    if (problems.length < files.length) {
      // What the page answered to the last form is past.
      document.querySelectorAll('main > .notice').forEach(notice => notice.remove());
      shown = await renew(section);
    }
  } catch (problem) {
    problems.push(problem);
  }
  const problem = shown.querySelector('.wf-upload .wf-problem');
  problem.textContent = problems.join('\n');
  if (problems.length) {
    problem.scrollIntoView({ block: 'center' });
  }
  shown.querySelector('.wf-upload [name="kind"]').value = kind;
  shown.querySelector('.wf-upload progress').hidden = true;
  shown.querySelectorAll('.wf-upload input[type="file"]').forEach(input => {
    input.value = '';
    input.disabled = false;
  });
}

async function withdraw(section, form) {
  const button = form.querySelector('button');
  button.disabled = true;
  try {
    await send(form.dataset.address, section.dataset.token, new FormData(form), () => {});
    await renew(section);
  } catch (problem) {
    form.querySelector('.wf-problem').textContent = problem;
    button.disabled = false;
  }
}

// Files can be dropped on a section that takes uploads.
function takeDrops(section) {
  section.addEventListener('dragover', event => {
    event.preventDefault();
    event.stopPropagation();
    section.classList.add('wf-drop');
  });
  section.addEventListener('dragleave', event => {
    if (!section.contains(event.relatedTarget)) {
      section.classList.remove('wf-drop');
    }
  });
  section.addEventListener('drop', event => {
    event.preventDefault();
    section.classList.remove('wf-drop');
    if (event.dataTransfer.files.length) {
      upload(section, [...event.dataTransfer.files]);
    }
  });
}

// Brings a section to life.
export function wire(section) {
  if (section.querySelector('.wf-upload')) {
    takeDrops(section);
  }
  section.querySelectorAll('.wf-upload input[type="file"]').forEach(input => {
    input.addEventListener('change', () => input.files.length && upload(section, [...input.files]));
  });
  section.querySelectorAll('.wf-withdraw').forEach(form => {
    form.addEventListener('submit', event => {
      event.preventDefault();
      withdraw(section, form);
    });
  });
}

document.querySelectorAll('.wf-attachments').forEach(wire);

// A file dropped beside the section would take the place of the page and of what was typed on it.
document.addEventListener('dragover', event => {
  if (event.dataTransfer.types.includes('Files')) {
    event.preventDefault();
    event.dataTransfer.dropEffect = 'none';
  }
});
