/**
 * What a page can do to call a person who looks elsewhere. A port, so that tests need no permission and no loudspeaker.
 */
export interface AlertDevice {
  /** Whether notifications may be shown; `unsupported` where the browser has none. */
  readonly permission: "default" | "granted" | "denied" | "unsupported";
  /** Asks the person. Browsers allow it only in answer to a click. Never rejects. */
  ask(): Promise<boolean>;
  notify(title: string, body: string): void;
  /** Makes it possible to {@link beep} later; browsers allow sound only after a click. */
  prepareSound(): void;
  beep(): void;
}

/** One notification at a time: the next one takes its place. */
const TAG = "handoff-elements.attention";

/** Two short tones, in hertz. */
const TONES = [660, 880];

/** What the browser offers. Touches nothing until used. */
export class BrowserAlertDevice implements AlertDevice {
  #audio: AudioContext | undefined;

  get permission(): AlertDevice["permission"] {
    return typeof Notification === "undefined" ? "unsupported" : Notification.permission;
  }

  async ask(): Promise<boolean> {
    if (typeof Notification === "undefined") return false;
    try {
      return (await Notification.requestPermission()) === "granted";
    } catch {
      // Insecure pages and sandboxed frames may not even ask.
      return false;
    }
  }

  notify(title: string, body: string): void {
    if (this.permission !== "granted") return;
    try {
      const notification = new Notification(title, { body, tag: TAG });
      notification.addEventListener("click", () => {
        window.focus();
        notification.close();
      });
    } catch {
      // Phones show notifications from service workers only.
    }
  }

  prepareSound(): void {
    if (typeof AudioContext === "undefined") return;
    this.#audio ??= new AudioContext();
    void this.#audio.resume().catch(() => {
      // It stays silent; the page shows the same.
    });
  }

  beep(): void {
    const audio = this.#audio;
    if (!audio || audio.state !== "running") return;
    TONES.forEach((frequency, place) => {
      const start = audio.currentTime + place * 0.16;
      const tone = audio.createOscillator();
      const volume = audio.createGain();
      tone.frequency.value = frequency;
      volume.gain.setValueAtTime(0, start);
      volume.gain.linearRampToValueAtTime(0.12, start + 0.02);
      volume.gain.exponentialRampToValueAtTime(0.001, start + 0.15);
      tone.connect(volume).connect(audio.destination);
      tone.start(start);
      tone.stop(start + 0.16);
    });
  }
}
