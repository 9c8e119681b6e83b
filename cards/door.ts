/** Which thin door a person came through: a card in the chat, a Teams dialog, or the page in Candour's tab. */
export type Door = 'chat' | 'dialog' | 'page';
