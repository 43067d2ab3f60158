import { startEverything } from "./launch/everything";

await startEverything("development");
