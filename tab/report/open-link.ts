/** Opens a card's address beside the page, which learns nothing of it. Only https, tel and mailto. */
export function openLink(address: string | undefined, open: typeof window.open = window.open.bind(window)): void {
  if (address === undefined || !URL.canParse(address)) return;
  const url = new URL(address);
  if (['https:', 'tel:', 'mailto:'].includes(url.protocol)) open(url.href, '_blank', 'noopener,noreferrer');
}
