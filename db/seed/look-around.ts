/** Whom the demo's visitor enters as. */
export const lookAroundAs = { seller: "lena.marsh@acme.example", buyer: "p.raman@northwind.example" } as const;
