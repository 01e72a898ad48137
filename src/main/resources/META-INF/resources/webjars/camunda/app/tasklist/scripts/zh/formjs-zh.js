// Puts the texts that form-js, its calendar and the diagram viewer carry in English into Chinese.
// Only texts of the widgets are touched: what people wrote, chose or read stays as it is.

// form-js asks for the browser's own way of writing dates; everybody shall see year/month/day.
Intl.DateTimeFormat = new Proxy(Intl.DateTimeFormat, {
  construct: (target, [locale, ...rest]) => new target(locale === 'default' ? 'zh-CN' : locale, ...rest)
});

const WEEKDAYS = { Sun: '日', Mon: '一', Tue: '二', Wed: '三', Thu: '四', Fri: '五', Sat: '六' };

const MONTHS = [
  'January', 'February', 'March', 'April', 'May', 'June',
  'July', 'August', 'September', 'October', 'November', 'December'
];

const TEXTS = {
  'Field is required.': '此项必须填写。',
  'Field must be a valid email.': '请填写正确的电子邮件地址。',
  'Field must be a valid international phone number. (e.g. +4930664040900)':
    '请填写带国家代码的电话号码，如 +8613800138000。',
  'Date and time must both be entered.': '日期和时间都要填写。',
  'All values selected': '已全部选上',
  'No results': '没有找到',
  'Select': '请选择',
  'Search': '请输入文字查找',
  'Add new': '添加一行',
  'Collapse': '收起',
  'Nothing to show.': '没有内容。',
  'No content to show.': '没有内容。',
  "External content couldn't be loaded.": '外部内容没能读取。',
  'Remove tag': '去掉',
  'Clear': '清除',
  'Increment': '增加',
  'Decrement': '减少',
  'Previous page': '上一页',
  'Next page': '下一页',
  'Click to remove sorting': '点击取消排序',
  'Open in fullscreen': '全屏显示',
  'Year': '年',
  'Month': '月',
  'Hour': '时',
  'Minute': '分',
  'Scroll to increment': '滚动增减',
  'Click to toggle': '点击切换',
  'hh:mm': '时:分',
  'hh:mm ?m': '时:分',
  'mm/dd/yyyy': '月/日/年',
  'dd/mm/yyyy': '日/月/年',
  'yyyy/mm/dd': '年/月/日',
  'zoom in': '放大',
  'zoom out': '缩小',
  'reset zoom': '恢复原来大小'
};

const PATTERNS = [
  [/^Field must match pattern .*\.$/, '格式不正确，请按说明填写。'],
  [/^Field must have minimum value of (.+)\.$/, '不能小于 $1。'],
  [/^Field must have maximum value of (.+)\.$/, '不能大于 $1。'],
  [/^Field must have minimum length of (.+)\.$/, '至少填写 $1 个字。'],
  [/^Field must have maximum length of (.+)\.$/, '最多填写 $1 个字。'],
  [/^Expand all \((\d+)\)$/, '展开全部（$1）'],
  [/^Remove list item (\d+)$/, '删除第 $1 行'],
  [/^Click to sort by (.+) ascending$/, '点击按“$1”升序排列'],
  [/^Click to sort by (.+) descending$/, '点击按“$1”降序排列']
];

const ATTRIBUTES = ['placeholder', 'aria-label', 'title'];

const WIDGETS = '.fjs-container, .flatpickr-calendar, .diagram-pane, [cam-widget-bpmn-viewer], .fjs-powered-by-lightbox';

// Places inside the widgets whose texts come from people or from the form's author.
const CONTENT = [
  'textarea', 'label', 'td:not([colspan])', 'script', 'style', 'svg',
  '.fjs-form-field-html', '.fjs-form-field-text', '.fjs-form-field-description', '.fjs-dropdownlist-item',
  '.fjs-select-display:not(.fjs-select-placeholder)', '.fjs-taglist-tag-label', '.djs-container'
].join(', ');

function translated(text) {
  const plain = text.replace(/\s+/g, ' ').trim();
  if (!/[A-Za-z]/.test(plain)) {
    return null;
  }
  if (Object.hasOwn(TEXTS, plain)) {
    return TEXTS[plain];
  }
  for (const [pattern, chinese] of PATTERNS) {
    if (pattern.test(plain)) {
      return plain.replace(pattern, chinese);
    }
  }
  return null;
}

function calendarText(text) {
  const plain = text.trim();
  if (Object.hasOwn(WEEKDAYS, plain)) {
    return WEEKDAYS[plain];
  }
  const month = MONTHS.indexOf(plain);
  if (month >= 0) {
    return `${month + 1}月`;
  }
  const date = /^([A-Z][a-z]+) (\d+), (\d+)$/.exec(plain);
  return date && MONTHS.includes(date[1]) ? `${date[3]}年${MONTHS.indexOf(date[1]) + 1}月${date[2]}日` : null;
}

function chinese(element, text) {
  return (element.closest('.flatpickr-calendar') && calendarText(text)) || translated(text);
}

function translateText(node) {
  const element = node.parentElement;
  if (!element || !element.closest(WIDGETS) || element.closest(CONTENT)) {
    return;
  }
  const text = chinese(element, node.data);
  if (text !== null && text !== node.data) {
    node.data = text;
  }
}

function translateAttributes(element) {
  if (!element.closest(WIDGETS)) {
    return;
  }
  for (const name of ATTRIBUTES) {
    const value = element.getAttribute(name);
    const text = value && chinese(element, value);
    if (text && text !== value) {
      element.setAttribute(name, text);
    }
  }
}

function translateTree(node) {
  if (node.nodeType === Node.TEXT_NODE) {
    translateText(node);
  } else if (node.nodeType === Node.ELEMENT_NODE && (node.matches(WIDGETS) || node.closest(WIDGETS) || node.querySelector(WIDGETS))) {
    const walker = document.createTreeWalker(node, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    for (let each = node; each; each = walker.nextNode()) {
      if (each.nodeType === Node.TEXT_NODE) {
        translateText(each);
      } else {
        translateAttributes(each);
      }
    }
  }
}

new MutationObserver(changes => {
  for (const change of changes) {
    if (change.type === 'childList') {
      change.addedNodes.forEach(translateTree);
    } else if (change.type === 'characterData') {
      translateText(change.target);
    } else {
      translateAttributes(change.target);
    }
  }
}).observe(document.body, {
  subtree: true,
  childList: true,
  characterData: true,
  attributes: true,
  attributeFilter: ATTRIBUTES
});

translateTree(document.body);
