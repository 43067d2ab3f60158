import { createHash, randomBytes, randomInt } from "node:crypto";
import { uuidv7 } from "uuidv7";

export const newId = () => uuidv7();

/** 256 bits for a link. Only its hash is kept. */
export const newToken = () => randomBytes(32).toString("base64url");

export const newCode = () => String(randomInt(0, 1_000_000)).padStart(6, "0");

export const hashOf = (secret: string) => createHash("sha256").update(secret).digest("hex");
