/** The class names of the panel's parts: each page gives its own. */
export type FilesLook = Readonly<
  Record<
    'panel' | 'heading' | 'words' | 'button' | 'main' | 'field' | 'box' | 'picture' | 'text' | 'row' | 'bad',
    string
  >
>;
