// How the calendar of the date fields speaks Chinese: what Mantine's calendar asks of a locale (it has its own English).
window["dayjs_locale_zh-cn"] = {
  name: "zh-cn",
  weekStart: 1,
  weekdays: [..."日一二三四五六"].map((day) => `星期${day}`),
  weekdaysShort: [..."日一二三四五六"].map((day) => `周${day}`),
  weekdaysMin: [..."日一二三四五六"],
  months: Array.from({ length: 12 }, (_, month) => `${month + 1}月`),
  monthsShort: Array.from({ length: 12 }, (_, month) => `${month + 1}月`),
  ordinal: (number) => `${number}日`,
  formats: { LT: "HH:mm", LTS: "HH:mm:ss", L: "YYYY/MM/DD", LL: "YYYY年M月D日", LLL: "YYYY年M月D日 HH:mm", LLLL: "YYYY年M月D日dddd HH:mm" },
};
