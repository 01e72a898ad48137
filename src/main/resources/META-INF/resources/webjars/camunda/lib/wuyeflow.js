// What all web applications of the engine have in common here: our name and sign on the browser's
// tab, and one log-in, which is our own page.

const NAMES = {
  tasklist: '任务办理',
  cockpit: '流程监控',
  admin: '系统管理',
  welcome: '我的资料'
};

const name = NAMES[document.querySelector('base').getAttribute('app-name')];

function setTitle() {
  const title = document.title.replace(/^Camunda \w+/, `${name} · 物业流程`);
  if (document.title !== title) {
    document.title = title;
  }
}
setTitle();
new MutationObserver(setTitle).observe(document.head, { subtree: true, childList: true, characterData: true });

document.querySelector('link[rel="icon"]').href = '/favicon.svg';

let loggingOut = false;

document.addEventListener('click', event => {
  loggingOut = Boolean(event.target.closest && event.target.closest('.logout a'));
}, true);

// The applications' own log-in is closed. Who logged out is told so; whose session has ended
// reloads the page, is asked for his password and comes back.
window.angular.module('ngLocale').run(['$rootScope', '$location', ($rootScope, $location) => {
  $rootScope.$on('$locationChangeSuccess', () => {
    if ($location.path() === '/login') {
      location.replace(loggingOut ? '/login?bye' : location.pathname);
    }
  });
}]);
