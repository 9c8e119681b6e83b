const words = (text: string) => ({ type: 'TextBlock', text, wrap: true });
const cell = (text: string) => ({ type: 'TableCell', items: [words(text)] });

/** A card of everything that Candour may use, with made-up words. */
export const everythingCard = {
  type: 'AdaptiveCard',
  $schema: 'https://adaptivecards.io/schemas/adaptive-card.json',
  version: '1.5',
  lang: 'en',
  msteams: { width: 'Full' },
  body: [
    { type: 'TextBlock', text: '2 of 3', isSubtle: true, size: 'small', wrap: true },
    { type: 'TextBlock', text: 'What happened', style: 'heading', size: 'large', weight: 'bolder', wrap: true },
    { type: 'Container', style: 'attention', items: [words('If anyone is in danger now, ring 999.')] },
    { type: 'Container', style: 'emphasis', items: [words('Everything is kept sealed.')] },
    { type: 'RichTextBlock', inlines: [{ type: 'TextRun', text: 'Plain **words** of a person.', italic: true }] },
    { type: 'FactSet', facts: [{ title: 'Reference', value: 'A1B2C-D3E4F' }] },
    {
      type: 'ColumnSet',
      columns: [
        { type: 'Column', width: 'auto', items: [words('Left')] },
        { type: 'Column', width: 'stretch', items: [words('Right')] },
      ],
    },
    {
      type: 'Table',
      columns: [{ width: 2 }, { width: 1 }],
      rows: [
        { type: 'TableRow', cells: [cell('Kind'), cell('Count')] },
        { type: 'TableRow', cells: [cell('Not sure'), cell('2')] },
      ],
    },
    {
      type: 'Image',
      url: 'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=',
      altText: 'A dot',
      size: 'small',
    },
    { type: 'Input.Text', id: 'what', label: 'What happened (required)', isMultiline: true, maxLength: 8000 },
    {
      type: 'Input.ChoiceSet',
      id: 'risk',
      label: 'Is anyone at risk now?',
      style: 'expanded',
      wrap: true,
      value: 'no',
      choices: [
        { title: 'Yes', value: 'yes' },
        { title: 'No', value: 'no' },
      ],
    },
    {
      type: 'Input.ChoiceSet',
      id: 'signs',
      label: 'What you noticed',
      style: 'expanded',
      isMultiSelect: true,
      wrap: true,
      choices: [
        { title: 'Gifts', value: 'gifts' },
        { title: 'Messages', value: 'messages' },
      ],
    },
    {
      type: 'Input.ChoiceSet',
      id: 'kind',
      label: 'Kind of concern',
      choices: [{ title: 'I am not sure', value: 'unsure' }],
    },
    { type: 'Input.Toggle', id: 'sure', label: 'Before you send', title: 'I have written the code down', wrap: true },
    { type: 'Input.Date', id: 'day', label: 'Which day', max: '2026-11-25' },
    {
      type: 'ActionSet',
      actions: [{ type: 'Action.OpenUrl', title: 'Guidance', url: 'https://example.com/guidance' }],
    },
  ],
  actions: [
    { type: 'Action.Execute', title: 'Next', verb: 'candour', style: 'positive', data: { candour: { state: 'x' } } },
    { type: 'Action.Submit', title: 'Back', tooltip: 'To the card before', isEnabled: true, mode: 'primary', data: {} },
    { type: 'Action.Execute', title: 'Discard', verb: 'candour', style: 'destructive' },
  ],
};
