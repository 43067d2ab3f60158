import { lookAroundAs } from "../look-around";
import type { Matter, Role, Story } from "../story";

export const priya = lookAroundAs.buyer;
export const dana = lookAroundAs.seller;
export const omar = "o.haddad@northwind.example";
export const tomas = "t.silva@northwind.example";
export const eline = "e.vos@northwind.example";
export const grace = "g.okafor@northwind.example";
export const ruth = "r.albrecht@northwind.example";
export const marek = "marek.novak@acme.example";
export const lena = "lena.marsh@acme.example";
const hana = "h.brandt@northwind.example";

export const cast: Role[] = [
  {
    email: dana,
    name: "Dana Kim",
    title: "Account executive",
    side: "seller",
    role: "owner",
    sellerRole: "account_executive",
    joinedOn: 0,
    lastSeenDaysAgo: 0,
  },
  {
    email: marek,
    name: "Marek Novák",
    title: "Solution engineer",
    side: "seller",
    role: "editor",
    sellerRole: "solution_engineer",
    joinedOn: 1,
    lastSeenDaysAgo: 1,
  },
  {
    email: lena,
    name: "Lena Marsh",
    title: "Commercial counsel",
    side: "seller",
    role: "editor",
    sellerRole: "legal",
    joinedOn: 9,
    lastSeenDaysAgo: 3,
  },
  {
    email: priya,
    name: "Priya Raman",
    title: "Head of workforce planning",
    side: "buyer",
    role: "lead",
    buyingRole: "champion",
    joinedOn: 0,
    lastSeenDaysAgo: 0,
  },
  {
    email: eline,
    name: "Eline Vos",
    title: "Ward manager, cardiology",
    side: "buyer",
    role: "contributor",
    buyingRole: "user",
    joinedOn: 2,
    lastSeenDaysAgo: 0,
  },
  {
    email: omar,
    name: "Omar Haddad",
    title: "Finance business partner",
    side: "buyer",
    role: "contributor",
    buyingRole: "finance",
    joinedOn: 4,
    lastSeenDaysAgo: 26,
  },
  {
    email: tomas,
    name: "Tomas Silva",
    title: "Integration architect",
    side: "buyer",
    role: "contributor",
    buyingRole: "technical",
    joinedOn: 6,
    lastSeenDaysAgo: 2,
  },
  {
    email: grace,
    name: "Grace Okafor",
    title: "Information security officer",
    side: "buyer",
    role: "contributor",
    buyingRole: "security",
    joinedOn: 11,
    lastSeenDaysAgo: 5,
  },
  {
    email: ruth,
    name: "Ruth Albrecht",
    title: "Legal counsel",
    side: "buyer",
    role: "contributor",
    buyingRole: "legal",
    joinedOn: 14,
    lastSeenDaysAgo: 8,
  },
];

export const invited: Story["invited"] = [
  {
    email: hana,
    name: "Hana Brandt",
    title: "Director of nursing",
    buyingRole: "executive_sponsor",
    on: 31,
  },
];

/** What each has said of themselves, and Priya of her director. */
export const matters: Matter[] = [
  {
    email: priya,
    by: priya,
    on: 2,
    influence: 4,
    win: "Rotas that are ready on Monday, and a planning team that plans.",
    concern: "A second failed tool in three years would end the subject here.",
  },
  {
    email: eline,
    by: eline,
    on: 5,
    influence: 3,
    win: "My Sunday evenings back, and swaps that the nurses arrange among themselves.",
    concern: "One more screen to keep at the desk while the ward is full.",
  },
  {
    email: omar,
    by: omar,
    on: 9,
    influence: 4,
    win: "Agency cover within its budget by the second quarter.",
    concern: "Savings that are counted twice, here and in the leave project.",
  },
  {
    email: tomas,
    by: tomas,
    on: 10,
    influence: 3,
    win: "One interface to payroll instead of four exports.",
    concern: "Whether the personnel system can take changes within the hour.",
  },
  {
    email: grace,
    by: grace,
    on: 13,
    influence: 3,
    win: "Answers that are good for the yearly audit as well.",
    concern: "Where staff data is kept, and who of the supplier can read it.",
  },
  {
    email: ruth,
    by: ruth,
    on: 16,
    influence: 2,
    win: "An agreement on our own terms for personal data.",
    concern: "Being asked in the last week, with the date already announced.",
  },
  {
    email: hana,
    by: priya,
    on: 31.5,
    influence: 5,
    win: "Fewer short shifts before the winter, in figures that the board believes.",
    concern: "Asking the wards for one more change in a year full of them.",
  },
];
