import { toast } from "../../shared/toast.styles.js";
import { body } from "./body.styles.js";
import { dialog } from "./dialog.styles.js";
import { fields } from "./fields.styles.js";
import { header } from "./header.styles.js";
import { placeholder } from "./placeholder.styles.js";
import { timeline } from "./timeline.styles.js";

export const details = [toast, dialog, header, body, fields, timeline, placeholder];
