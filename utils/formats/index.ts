import type { ExportFormat } from './format';

/** Every format papers are written in. */
export const EXPORT_FORMATS: readonly ExportFormat[] = [];
