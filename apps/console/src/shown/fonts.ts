/** What Chinese is set in, by what the desktops of offices have; style.css says the same. */
export const FONTS =
  '"PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", sans-serif';
