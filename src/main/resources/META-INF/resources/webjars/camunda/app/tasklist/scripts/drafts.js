// Keeps what somebody has typed but not yet submitted, so that it is there again when he comes
// back from another tab or task. Counters share their computers: a draft lives in this browser
// tab's sessionStorage only, under the person's id, and goes when the form is submitted, when he
// logs out, or when somebody else logs in.
//
// The Tasklist reads and writes drafts of its own in localStorage['camunda-form:<task id>'];
// these calls are led here.

const PREFIX = 'wuyeflow-draft:';
const OWNER = 'wuyeflow-draft-owner';
const FORM_KEYS = /^(camunda-form|camForm):/;
const WAIT_MS = 400;

let pending = null;

// What each form held when it was opened: an untouched form is no draft.
const opened = new WeakMap();

function staff() {
  const angular = window.angular;
  const injector = angular && angular.element(document.body).injector();
  const authentication = injector && injector.get('$rootScope').authentication;
  return (authentication && authentication.name) || null;
}

function drafts() {
  return Object.keys(sessionStorage).filter(key => key.startsWith(PREFIX));
}

function dropAll() {
  forget();
  drafts().forEach(key => sessionStorage.removeItem(key));
  sessionStorage.removeItem(OWNER);
}

// The key of a draft of the person at the screen, or null while nobody is known.
function keyOf(id) {
  const owner = staff();
  if (!owner || !id) {
    return null;
  }
  if (sessionStorage.getItem(OWNER) !== owner) {
    dropAll();
    sessionStorage.setItem(OWNER, owner);
  }
  return `${PREFIX}${owner}:${id}`;
}

function read(key) {
  try {
    return JSON.parse(sessionStorage.getItem(key));
  } catch (e) {
    return null;
  }
}

function taskInAddress() {
  return new URLSearchParams(location.hash.split('?')[1] || '').get('task');
}

// The form-js instance behind a rendered form. It has no public way back from the element, so
// this walks the tree that Preact hangs on it; where that fails there is merely no draft.
function formOf(container) {
  const open = [container.__k];
  while (open.length) {
    const node = open.pop();
    if (node && typeof node === 'object') {
      const getService = node.props && node.props.value && node.props.value.getService;
      if (typeof getService === 'function') {
        return getService('form');
      }
      open.push(...(node.__k || []));
    }
  }
  return null;
}

function idOf(container) {
  if (!container.closest('.modal-content')) {
    return taskInAddress();
  }
  const form = formOf(container);
  return form && `start-${form._getState().schema.id}`;
}

function save() {
  if (!pending) {
    return;
  }
  const { container, key } = pending;
  forget();
  const form = container.isConnected && formOf(container);
  const data = form && form._getSubmitData();
  if (data && JSON.stringify(data) !== opened.get(container)) {
    sessionStorage.setItem(key, JSON.stringify({ at: Date.now(), data }));
  }
}

function forget() {
  if (pending) {
    clearTimeout(pending.timer);
    pending = null;
  }
}

function noteChange(event) {
  const container = event.isTrusted && event.target.closest && event.target.closest('.fjs-container');
  const key = container && keyOf(idOf(container));
  if (!key) {
    save();
    return;
  }
  if (pending && pending.container !== container) {
    save();
  }
  forget();
  pending = { container, key, timer: setTimeout(save, WAIT_MS) };
}

// --- the Tasklist's own drafts ---------------------------------------------------------------

let startKey = null;

function ownKey(key) {
  const id = key.replace(FORM_KEYS, '');
  return id === 'undefined' ? startKey : keyOf(id);
}

const { getItem, setItem, removeItem } = Storage.prototype;

Storage.prototype.getItem = function(key) {
  if (this !== localStorage || !FORM_KEYS.test(key)) {
    return getItem.call(this, key);
  }
  const id = key.replace(FORM_KEYS, '');
  if (id === 'undefined') {
    return null;
  }
  const own = keyOf(id);
  const draft = own && read(own);
  if (draft) {
    setTimeout(() => offer(own), 0);
  }
  return draft ? JSON.stringify(draft.data) : null;
};

Storage.prototype.setItem = function(key, value) {
  if (this !== localStorage || !FORM_KEYS.test(key)) {
    setItem.call(this, key, value);
    return;
  }
  const own = ownKey(key);
  if (own) {
    sessionStorage.setItem(own, JSON.stringify({ at: Date.now(), data: JSON.parse(value) }));
  }
};

Storage.prototype.removeItem = function(key) {
  if (this !== localStorage || !FORM_KEYS.test(key)) {
    removeItem.call(this, key);
    return;
  }
  forget();
  const own = ownKey(key);
  if (own) {
    sessionStorage.removeItem(own);
  }
};

// --- telling the person ----------------------------------------------------------------------

const offers = new Map();

function offer(key) {
  offers.set(key, true);
  document.querySelectorAll('.fjs-container').forEach(showBar);
}

function button(label, action) {
  const element = document.createElement('button');
  element.type = 'button';
  element.className = 'btn btn-link btn-sm';
  element.textContent = label;
  element.addEventListener('click', action);
  return element;
}

function bar(container, text, ...buttons) {
  if (container.previousElementSibling && container.previousElementSibling.matches('.draft-bar')) {
    return;
  }
  const element = document.createElement('div');
  element.className = 'draft-bar';
  element.setAttribute('role', 'status');
  element.append(text, ...buttons);
  container.before(element);
}

function time(draft) {
  return new Date(draft.at).toLocaleTimeString('zh-CN', { hour: '2-digit', minute: '2-digit', hour12: false });
}

function showBar(container) {
  const form = formOf(container);
  const key = form && keyOf(idOf(container));
  const draft = key && read(key);
  if (form && !opened.has(container)) {
    opened.set(container, JSON.stringify(form._getSubmitData()));
  }
  if (container.closest('.modal-content')) {
    startKey = key;
    if (!draft || container.dataset.draftOffered) {
      return;
    }
    container.dataset.draftOffered = 'true';
    const close = () => container.previousElementSibling.remove();
    bar(container, `${time(draft)} 填写的内容还没有提交。`, button('继续填写', () => {
      close();
      form.importSchema(form._getState().schema, draft.data);
    }), button('不要了', () => {
      close();
      sessionStorage.removeItem(key);
    }));
  } else if (draft && offers.delete(key)) {
    bar(container, `已恢复您 ${time(draft)} 填写、尚未提交的内容。`, button('清空重填', () => {
      forget();
      sessionStorage.removeItem(key);
      location.reload();
    }));
  }
}

new MutationObserver(changes => {
  const added = changes.some(change => [...change.addedNodes].some(node => node.nodeType === Node.ELEMENT_NODE
    && (node.matches('.fjs-form, .fjs-container') || node.querySelector('.fjs-container'))));
  if (added) {
    document.querySelectorAll('.fjs-container').forEach(showBar);
  }
}).observe(document.body, { subtree: true, childList: true });

['input', 'change', 'click', 'keyup'].forEach(type => document.addEventListener(type, noteChange, true));
document.addEventListener('visibilitychange', save);
window.addEventListener('pagehide', save);

// --- logging out -----------------------------------------------------------------------------

const otherTabs = new BroadcastChannel('wuyeflow-drafts');
otherTabs.addEventListener('message', dropAll);

document.addEventListener('click', event => {
  if (event.target.closest && event.target.closest('.logout a, [ng-click*="logout"]')) {
    dropAll();
    otherTabs.postMessage('logout');
  }
}, true);
