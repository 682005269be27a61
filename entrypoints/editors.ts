import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import styles from '@/components/editors.css?inline';
import { editorsWith } from '@/components/editors';
import { handOver } from '@/utils/listing/late-editors';

/** Comes to a listing page when the reader first reaches for a tool, and not before. */
export default defineUnlistedScript(() => handOver(editorsWith(styles)));
