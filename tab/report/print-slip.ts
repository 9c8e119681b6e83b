/** For the title, which a browser and printer name and which says what the page is for. */
const unnamed = '\u00a0';

/**
 * Prints a text alone: no heading, no title beside it or in a printer's list. Uses `print-slip.css`. Returns how to
 * take it out if no client prints it.
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
    // A page that was turned meanwhile has set its own title.
    if (document.title === unnamed || document.title === '') document.title = title;
  };
  window.addEventListener('afterprint', over);
  window.print();
  return over;
}
