/** By what somebody is greeted who is written to often; undefined where no name is known. */
export const firstName = (name: string | null | undefined): string | undefined =>
  name?.trim().split(/\s+/)[0] || undefined;
