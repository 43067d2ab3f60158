/** A country in the reader's language: "DE" is Germany. */
export const countryName = (locale: string, code: string): string =>
  new Intl.DisplayNames([locale], { type: "region" }).of(code) ?? code;
