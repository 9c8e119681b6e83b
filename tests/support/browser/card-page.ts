import { fontFamily, palettes, type Theme } from './teams-host-config.ts';

/** A page of a client with a place for one card: one main part, one heading of the first level, and Teams' looks. */
export function cardPage(theme: Theme, language: string): string {
  const it = palettes[theme];
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Candour</title>
<style>
  * { box-sizing: border-box; }
  body { margin: 0; padding: 12px; background: ${it.page}; color: ${it.text}; font: 14px/1.43 ${fontFamily}; }
  h1 { position: absolute; width: 1px; height: 1px; margin: 0; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
  #card { background: ${it.card}; border-radius: 6px; overflow: hidden; }
  a { color: ${it.accent}; }
  .ac-input, .ac-multichoiceInput, textarea, select {
    font: inherit; color: ${it.text}; background: ${it.card}; border-radius: 4px;
  }
  input.ac-input:not([type=radio], [type=checkbox]), textarea.ac-input, select.ac-input {
    width: 100%; min-height: 32px; padding: 5px 10px; border: 1px solid ${it.line};
  }
  textarea.ac-input { min-height: 96px; }
  input[type=radio], input[type=checkbox] { width: 24px; height: 24px; margin: 0 4px 0 0; flex: none; accent-color: ${it.accent}; }
  /* Teams lets a row of buttons run on below; the renderer by itself cuts it off. Inline styles need the mark. */
  .ac-actionSet { flex-wrap: wrap !important; row-gap: 8px; }
  .ac-choiceSetInput-expanded > div, .ac-choiceSetInput-multiSelect > div { margin-bottom: 8px; }
  .ac-pushButton {
    font: inherit; font-weight: 600; min-height: 32px; padding: 5px 12px; border-radius: 4px; cursor: pointer;
    color: ${it.text}; background: ${it.card}; border: 1px solid ${it.line};
  }
  .ac-pushButton.style-positive { color: ${it.accentText}; background: ${it.accent}; border-color: ${it.accent}; }
  .ac-pushButton.style-destructive { color: ${it.attention}; border-color: ${it.attention}; }
  :focus-visible { outline: 2px solid ${it.accent}; outline-offset: 1px; }
  :root { color-scheme: ${theme === 'light' ? 'light' : 'dark'}; }
</style>
</head>
<body><main><h1>Candour</h1><div id="card"></div></main></body>
</html>`;
}
