export { zoneEnum } from "./_columns";
export * from "./change-case";
export * from "./decision";
export * from "./outbox";
export * from "./participant";
export * from "./person";
export * from "./plan";
export * from "./step";
export * from "./workspace";
