const HOURS_OF_A_DAY = 24;

/**
 * Which returns are looked at in an hour of the day (0 to 23): all of them while there are at most `atOnce`, otherwise every 24th by its
 * number, so that each is looked at once a day. Of 500 with the numbers 1001 to 1500, hour 17 looks at 1001, 1025 and so on: 21 of them.
 */
export function dueInHour<One extends { readonly number: number }>(all: readonly One[], hour: number, atOnce: number): One[] {
  return all.length <= atOnce ? [...all] : all.filter(({ number }) => number % HOURS_OF_A_DAY === hour);
}
