import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import type { Language } from '../../../../core/model/language.ts';
import FilePicker from '../../../../tab/files/file-picker.tsx';
import { createPendingFiles } from '../../../../tab/files/pending-files.ts';
import { translateWord } from '../../../../words/translate-word.ts';
import { filePickerWords } from '../../../../words/tab/file-picker.ts';

const classNames = {
  panel: '',
  heading: '',
  words: '',
  button: '',
  main: '',
  field: '',
  box: '',
  picture: '',
  player: '',
  soundPlayer: '',
  text: '',
  row: '',
  bad: '',
};

/** Shows the picker of files as the pages for reporting have it, and nothing beside it. */
export function mountFilePicker(language: Language): void {
  const element = document.createElement('div');
  element.lang = language;
  document.body.append(element);
  const pendingFiles = createPendingFiles({
    random: (bytes) => crypto.getRandomValues(new Uint8Array(bytes)),
    wait: async () => undefined,
  });
  pendingFiles.allowOriginals(false);
  createRoot(element).render(
    createElement(FilePicker, {
      pendingFiles,
      localisation: {
        language,
        translate: (key, values) => translateWord(language, filePickerWords[key], values),
        announce: () => undefined,
      },
      classNames,
      isBusy: false,
      words: [],
    }),
  );
}
