export type FilesLook = Readonly<
  Record<
    'panel' | 'heading' | 'words' | 'button' | 'main' | 'field' | 'box' | 'picture' | 'text' | 'row' | 'bad',
    string
  >
>;
