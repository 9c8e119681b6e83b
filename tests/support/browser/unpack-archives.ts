// Run as a process of its own: the package unpacks into the temporary folder of its process and nowhere else,
// so that whoever starts this says where by TMPDIR (TEMP on Windows).
import { inflate } from '@sparticuz/chromium';

await Promise.all(process.argv.slice(2).map((archive) => inflate(archive)));
