/** As whom one may look around the demo without an address of one's own. */
export const lookAroundAs = { seller: "dana.kim@acme.example", buyer: "p.raman@northwind.example" } as const;
