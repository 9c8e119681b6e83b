function partOf(text: string, name: string): string {
  const part = text.split(';').find((one) => one.trim().startsWith(`${name}=`));
  return part?.trim().slice(name.length + 1) ?? '';
}

const hasBytes = (text: string): boolean => Buffer.from(text, 'base64').length > 0;

/**
 * Whether a text is a connection string of an account. The SDK takes a quarter of a second to load, so the settings
 * look at the text without it.
 */
export function isConnection(text: string): boolean {
  const endpoint = partOf(text, 'BlobEndpoint');
  if (!text.includes('AccountName=')) return false;
  const isAddress = (address: string): boolean => URL.canParse(address);
  if (!text.includes('DefaultEndpointsProtocol=') || !text.includes('AccountKey=')) {
    return isAddress(endpoint) && partOf(text, 'SharedAccessSignature') !== '';
  }
  const name = partOf(text, 'AccountName');
  if (name === '' || !hasBytes(partOf(text, 'AccountKey'))) return false;
  if (endpoint !== '') return isAddress(endpoint);
  const [protocol, suffix] = [partOf(text, 'DefaultEndpointsProtocol'), partOf(text, 'EndpointSuffix')];
  return /^https?$/iu.test(protocol) && suffix !== '' && isAddress(`https://${name}.blob.${suffix}`);
}
