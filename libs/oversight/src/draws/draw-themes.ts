import { offences } from '#law';

/** What a draw may be about; declared in the plan, before the frame is read. A case that is not of the theme is listed as left out. */
export const drawThemes = ['driving', 'girls', 'lookedAfter', 'late'] as const;
export type DrawTheme = (typeof drawThemes)[number];

export const isDrawTheme = (text: string): text is DrawTheme => (drawThemes as readonly string[]).includes(text);

/** The offences that make a case one of driving. */
export const drivingOffences: readonly string[] = offences
  .filter(({ flags }) => flags.includes('driving'))
  .map(({ code }) => code);
