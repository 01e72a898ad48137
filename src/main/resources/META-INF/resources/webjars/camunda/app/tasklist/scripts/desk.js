// Small things of the Tasklist page that its settings do not reach.

const NARROW_PX = 992;
const ERRORS_SHOWN_MS = 400;
const TASK_SHOWN_MS = 500;
const NOTICE_MS = 4000;
const MOST_URGENT_FIRST = JSON.stringify([{ sortBy: 'dueDate', sortOrder: 'asc' }]);

document.documentElement.lang = 'zh-CN';

// AngularJS carries English dates; its date picker reads them at every use.
function speakChinese($locale, datepicker, popup) {
  const months = Array.from({ length: 12 }, (_, index) => `${index + 1}月`);
  Object.assign($locale.DATETIME_FORMATS, {
    AMPMS: ['上午', '下午'],
    DAY: ['星期日', '星期一', '星期二', '星期三', '星期四', '星期五', '星期六'],
    SHORTDAY: ['日', '一', '二', '三', '四', '五', '六'],
    MONTH: months,
    SHORTMONTH: months,
    STANDALONEMONTH: months,
    FIRSTDAYOFWEEK: 0,
    fullDate: 'y年M月d日EEEE',
    longDate: 'y年M月d日',
    medium: 'y年M月d日 HH:mm:ss',
    mediumDate: 'y年M月d日',
    mediumTime: 'HH:mm:ss',
    short: 'y/M/d HH:mm',
    shortDate: 'y/M/d',
    shortTime: 'HH:mm'
  });
  Object.assign(datepicker, {
    formatDayTitle: 'yyyy年M月',
    formatMonthTitle: 'yyyy年',
    formatMonth: 'M月',
    startingDay: 1
  });
  Object.assign(popup, {
    clearText: '清除',
    closeText: '确定',
    currentText: '今天'
  });
}

// The most urgent task on top, unless somebody chose another order.
function sortByLimit($rootScope, $location) {
  const sort = () => {
    if ($location.path() === '/' && !$location.search().sorting) {
      $location.search('sorting', MOST_URGENT_FIRST).replace();
    }
  };
  sort();
  $rootScope.$on('$locationChangeSuccess', sort);
}

// The tab with the task's description only where there is one.
function hideEmptyDescription($rootScope, angular) {
  $rootScope.$watch(() => {
    document.querySelectorAll('.tabbed-content > div > .nav-tabs > li').forEach(tab => {
      const scope = angular.element(tab).scope();
      const empty = scope && scope.taskDetailTab && scope.taskDetailTab.id === 'task-detail-description'
        && !(scope.task && scope.task.description);
      tab.classList.toggle('empty-tab', Boolean(empty));
    });
  });
}

// The Tasklist compares dates as texts, which goes wrong as soon as they name different zones.
function markOverdue($rootScope, angular) {
  $rootScope.$watch(() => {
    document.querySelectorAll('.task .due-date, .task-card .due-date').forEach(element => {
      const scope = angular.element(element).scope();
      const due = scope && scope.task && scope.task.due;
      element.classList.toggle('past-due', Boolean(due) && new Date(due) < new Date());
    });
  });
}

// The Tasklist says when a process was started, but not when a task was completed.
function sayCompleted($rootScope, $translate, Notifications) {
  document.addEventListener('wuyeflow:submitted', event => {
    if (event.detail !== 'undefined') {
      $translate('COMPLETE_OK').then(status => Notifications.addMessage({ status, duration: NOTICE_MS }));
      $rootScope.$applyAsync();
    }
  });
}

// On a phone the three columns stand one below the other: bring the chosen task into view.
function showChosenTask($rootScope, $location) {
  let shown = $location.search().task;
  $rootScope.$on('$locationChangeSuccess', () => {
    const task = $location.search().task;
    if (task && task !== shown && window.innerWidth < NARROW_PX) {
      setTimeout(() => {
        const column = document.querySelector('.column-right');
        if (column) {
          column.scrollIntoView();
        }
      }, TASK_SHOWN_MS);
    }
    shown = task;
  });
}

window.angular.module('ngLocale').run(['$injector', $injector => {
  const $rootScope = $injector.get('$rootScope');
  speakChinese($injector.get('$locale'), $injector.get('uibDatepickerConfig'), $injector.get('uibDatepickerPopupConfig'));
  sortByLimit($rootScope, $injector.get('$location'));
  hideEmptyDescription($rootScope, window.angular);
  markOverdue($rootScope, window.angular);
  sayCompleted($rootScope, $injector.get('$translate'), $injector.get('Notifications'));
  showChosenTask($rootScope, $injector.get('$location'));
}]);

// A link in a form must not carry the clerk away from what he has typed.
document.addEventListener('click', event => {
  const link = event.target.closest && event.target.closest('.fjs-container a[href]');
  if (link) {
    event.preventDefault();
    event.stopPropagation();
    window.open(link.href, '_blank', 'noopener');
  }
}, true);

// Who presses "submit" with something missing is led to the first field to put right. The button
// is then disabled, and a disabled button has no click.
document.addEventListener('pointerdown', event => {
  const button = event.target.closest && event.target.closest('.form-actions .btn-primary, .modal-footer .btn-primary');
  if (button) {
    setTimeout(() => {
      const error = document.querySelector('.modal-content .fjs-form-field-error')
        || document.querySelector('.fjs-form-field-error');
      if (error) {
        const field = error.closest('.fjs-form-field');
        field.scrollIntoView({ behavior: 'smooth', block: 'center' });
        const input = field.querySelector('input.fjs-input, textarea');
        if (input) {
          input.focus({ preventScroll: true });
        }
      }
    }, ERRORS_SHOWN_MS);
  }
}, true);

// What the server refuses is said at the end of the dialog, which may be longer than the screen.
new MutationObserver(changes => {
  const said = changes.flatMap(change => [...change.addedNodes])
    .find(node => node.nodeType === Node.ELEMENT_NODE && node.matches('.modal-body .notifications > .alert'));
  if (said) {
    said.scrollIntoView({ block: 'center' });
  }
}).observe(document.body, { subtree: true, childList: true });

// Escape closes a list or calendar of the form, not the dialog with all that is typed in it.
document.body.addEventListener('keydown', event => {
  if (event.key === 'Escape' && event.target.closest('.modal-content .fjs-container')) {
    event.stopPropagation();
  }
});

// The way back to the start page with all doors.
export default {
  id: 'start-page',
  pluginPoint: 'tasklist.navbar.action',
  priority: 1000,
  render: node => {
    const link = document.createElement('a');
    link.href = '/';
    link.textContent = '首页';
    node.append(link);
  }
};
