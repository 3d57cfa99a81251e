import {Component, CUSTOM_ELEMENTS_SCHEMA, signal} from '@angular/core';
import type {PayCloseEvent, PayTokenEvent} from 'pay-button';

@Component({
  selector: 'app-root',
  templateUrl: './app.html',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  host: {'(window:hashchange)': 'goToView()'},
})
export class App {
  protected readonly price = 1800;
  protected readonly quantity = signal(1);
  protected readonly agreed = signal(false);
  protected readonly notes = signal<readonly string[]>([]);
  protected readonly view = signal(location.hash);

  protected goToView(): void {
    this.view.set(location.hash);
  }

  protected more(): void {
    this.quantity.update(quantity => quantity + 1);
  }

  protected noteToken(event: PayTokenEvent): void {
    this.#note(`token: ${event.payment.product.id}`);
  }

  protected closed(event: PayCloseEvent): void {
    this.#note(`closed: ${event.reason}`);
  }

  #note(text: string): void {
    this.notes.update(notes => [...notes, text]);
  }
}
