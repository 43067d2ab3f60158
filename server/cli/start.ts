import { startEverything } from "./launch/everything";

await startEverything("production");
