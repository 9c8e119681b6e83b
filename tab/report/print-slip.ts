/** The name that a browser and a printer are told instead of the page's title, which says what the page is for. */
const unnamed = '\u00a0';

/**
 * Prints a text alone: nothing else of the page, no heading, and no name of the page beside it or in the list of a
 * printer. The styles are those of `print-slip.css`. Returns how to take it out of the page where no client prints it.
 */
export function printSlip(text: string): () => void {
  const { title, documentElement, body } = document;
  const slip = document.createElement('div');
  slip.className = 'slip';
  slip.textContent = text;
  body.append(slip);
  documentElement.classList.add('prints-slip');
  document.title = unnamed;
  const over = (): void => {
    window.removeEventListener('afterprint', over);
    slip.remove();
    documentElement.classList.remove('prints-slip');
    // A page that was turned to another language or place meanwhile has named itself.
    if (document.title === unnamed || document.title === '') document.title = title;
  };
  window.addEventListener('afterprint', over);
  window.print();
  return over;
}
