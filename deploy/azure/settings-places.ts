import { contactSettings } from '../../bot/settings/contacts-settings.ts';
import { replySettings } from '../../bot/settings/reply-settings.ts';
import { settingsWhere } from '../../bot/settings/settings-schema.ts';
import type { SettingPlace } from '../../bot/settings/settings-table.ts';

const at = (place: SettingPlace): readonly string[] => settingsWhere(({ azure }) => azure === place);

export const templateSettings = at('template');
/** Settings that a force gives: those by their place, its contacts and its replies. */
export const forceSettings: readonly string[] = [...at('force'), ...contactSettings, ...replySettings];
export const secretSettings = at('vault');
/** Settings that must be in the vault, and those that a force may prefer to keep there. */
export const vaultSettings: readonly string[] = [...secretSettings, ...forceSettings];
