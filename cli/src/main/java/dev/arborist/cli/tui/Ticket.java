package dev.arborist.cli.tui;

/** Tells work in the background whether somebody still waits for it. */
interface Ticket {

  /** Ends work that nobody waits for any more. */
  void check();

  /** Lets the thread that draws look now and then how far the work has come. */
  void progressed();
}
