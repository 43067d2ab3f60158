const JOINED = "\u2060";

/** A veiled address, "h…@northwind.example", as no line breaks it after its dots. */
export const inOnePiece = (veiled: string): string => veiled.replace("…@", `…${JOINED}@`);
