export default {
  app: {
    name: '流程监控',
    vendor: '物业流程'
  },
  dateFormat: {
    monthName: 'MMMM',
    day: 'DD',
    abbr: 'MM-DD HH:mm',
    normal: 'YYYY-MM-DD HH:mm:ss',
    long: 'YYYY-MM-DD HH:mm:ss',
    short: 'YYYY-MM-DD'
  },
  locales: {
    availableLocales: ['en'],
    fallbackLocale: 'en'
  },
  customScripts: ['../../lib/wuyeflow'],
  disableWelcomeMessage: true
};
