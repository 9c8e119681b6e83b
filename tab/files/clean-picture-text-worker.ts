import { handleCleanRequests } from './handle-clean-requests.ts';
import { cleanPicture } from './clean-picture.ts';
import { cleanText } from './clean-text.ts';

handleCleanRequests((type, bytes) => {
  if (type !== 'text/plain') return cleanPicture(type, bytes);
  const { text, hadInvisible } = cleanText(bytes);
  const content = new TextEncoder().encode(text);
  return { type, content, pages: [], metadata: hadInvisible ? [{ kind: 'unseenSigns' }] : [], sourceType: type };
});
