import { contactSettings } from '../../bot/settings/contacts-settings.ts';
import { replySettings } from '../../bot/settings/reply-settings.ts';
import { settingsWhere } from '../../bot/settings/settings-schema.ts';
import type { SettingPlace } from '../../bot/settings/settings-table.ts';

const at = (place: SettingPlace): readonly string[] => settingsWhere(({ azure }) => azure === place);

/** The settings that the template itself fills in. */
export const templateSettings = at('template');
/** The settings that a force gives: those by their place, its contacts and its replies. */
export const forceSettings: readonly string[] = [...at('force'), ...contactSettings, ...replySettings];
/** The settings that only the vault may hold. */
export const secretSettings = at('vault');
/** All that may be read from the vault: what must, and what a force would rather keep there. */
export const vaultSettings: readonly string[] = [...secretSettings, ...forceSettings];
