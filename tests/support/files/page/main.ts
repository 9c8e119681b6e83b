import { contentInMemory } from '../../../../core/model/file-content.ts';
import { cleanFile } from '../../../../tab/files/clean-file.ts';
import { sealFile } from '../../../../crypto/seal-file.ts';

const loadPicker = () => import('./picker.ts');

// What a test asks of a page: the page's own way of cleaning and sealing a file, and its picker, in a real browser.
Object.assign(globalThis, { candourFiles: { cleanFile, contentInMemory, sealFile, loadPicker } });
