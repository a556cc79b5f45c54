/** A moment as papers write it. */
export const writtenMoment = (at: Date): string => {
  const wall = new Date(at.getTime() + 8 * 3_600_000);
  const [year, month, date] = [wall.getUTCFullYear(), wall.getUTCMonth() + 1, wall.getUTCDate()];
  const minute = wall.getUTCMinutes();
  return `${year}年${month}月${date}日${wall.getUTCHours()}时${minute === 0 ? '' : `${minute}分`}`;
};
