/** English and Welsh, as in Accept-Language and Content-Language. */
export const languages = ['en', 'cy'] as const;
export type Language = (typeof languages)[number];
