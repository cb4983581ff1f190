// Unpacks the Chromium that an npm package carries, with the libraries a bare machine lacks,
// into the folder that TMPDIR names, and prints where the browser is.
import { join } from "node:path";
import chromium, { inflate } from "@sparticuz/chromium";

const path = await chromium.executablePath();
await inflate(join("node_modules", "@sparticuz", "chromium", "bin", "al2023.tar.br"));
console.log(path);
