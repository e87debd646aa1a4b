/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>
#include <pthread.h>

#include "rankle-painter.h"

/* The tests' numbers are those of the invariants at the head of rankle-painter.c. */

/* A door that a job stands before. */
typedef struct
{
  pthread_mutex_t mutex;
  pthread_cond_t  changed;
  gboolean        open, reached;
} Door;

typedef struct
{
  Door     *door; /* (nullable) */
  guint    *clock;
  guint     n_done, when;
  pthread_t by;
} Sheet;

static void
door_init (Door *door)
{
  *door = (Door){ 0 };
  pthread_mutex_init (&door->mutex, NULL);
  pthread_cond_init (&door->changed, NULL);
}

static void
door_clear (Door *door)
{
  pthread_cond_destroy (&door->changed);
  pthread_mutex_destroy (&door->mutex);
}

static void
set (Door *door, gboolean *flag)
{
  pthread_mutex_lock (&door->mutex);
  *flag = TRUE;
  pthread_cond_broadcast (&door->changed);
  pthread_mutex_unlock (&door->mutex);
}

static void
wait_until (Door *door, gboolean *flag)
{
  pthread_mutex_lock (&door->mutex);
  while (!*flag)
    pthread_cond_wait (&door->changed, &door->mutex);
  pthread_mutex_unlock (&door->mutex);
}

static void
paint (gpointer data)
{
  Sheet *sheet = data;

  if (sheet->door != NULL)
    {
      set (sheet->door, &sheet->door->reached);
      wait_until (sheet->door, &sheet->door->open);
    }
  sheet->n_done++;
  sheet->by = pthread_self ();
  if (sheet->clock != NULL)
    sheet->when = ++*sheet->clock;
}

static gboolean
is_mine (const Sheet *sheet)
{
  return pthread_equal (sheet->by, pthread_self ());
}

/* However jobs are begun, awaited and ended, what was awaited is done once. */
static void
test_once_and_whole (void)
{
  g_autoptr (RanklePainter) painter = rankle_painter_new ();
  GRand *random = g_rand_new_with_seed (1);

  for (guint round = 0; round < 2000; round++)
    {
      Sheet           sheets[5] = { 0 };
      RanklePaintJob *jobs[5];
      gboolean        awaited[5];

      for (guint i = 0; i < 5; i++)
        jobs[i] = rankle_painter_begin (painter, paint, &sheets[i]);
      for (guint i = 0; i < 5; i++)
        if ((awaited[i] = g_rand_boolean (random)))
          rankle_painter_await (jobs[i]);
      for (guint i = 0; i < 5; i++)
        if (awaited[i])
          g_assert_cmpuint (sheets[i].n_done, ==, 1);
      for (guint i = 0; i < 5; i++)
        rankle_painter_end (jobs[i]);
      for (guint i = 0; i < 5; i++)
        g_assert_cmpuint (sheets[i].n_done, <=, 1);
    }
  g_rand_free (random);
}

/* The painter's thread stands before the door while the others are begun; then it does
 * them, and nobody waits for one but the last. */
static void
test_in_order (void)
{
  g_autoptr (RanklePainter) painter = rankle_painter_new ();
  Door            doors[2];
  guint           clock = 0;
  Sheet           sheets[5] = { 0 };
  RanklePaintJob *jobs[5];

  door_init (&doors[0]);
  door_init (&doors[1]);
  sheets[0].door = &doors[0];
  sheets[4].door = &doors[1];
  for (guint i = 0; i < 5; i++)
    {
      sheets[i].clock = &clock;
      jobs[i] = rankle_painter_begin (painter, paint, &sheets[i]);
    }
  set (&doors[0], &doors[0].open);
  wait_until (&doors[1], &doors[1].reached);
  set (&doors[1], &doors[1].open);
  for (guint i = 0; i < 5; i++)
    {
      rankle_painter_await (jobs[i]);
      g_assert_cmpuint (sheets[i].when, ==, i + 1);
      g_assert_false (is_mine (&sheets[i]));
      rankle_painter_end (jobs[i]);
    }
  door_clear (&doors[0]);
  door_clear (&doors[1]);
}

/* What nobody has taken is done by who waits for it. */
static void
test_who_waits_paints (void)
{
  g_autoptr (RanklePainter) painter = rankle_painter_new ();
  Door            door;
  Sheet           held = { .door = &door }, other = { 0 };
  RanklePaintJob *jobs[2];

  door_init (&door);
  jobs[0] = rankle_painter_begin (painter, paint, &held);
  wait_until (&door, &door.reached);
  jobs[1] = rankle_painter_begin (painter, paint, &other);
  rankle_painter_await (jobs[1]);
  g_assert_cmpuint (other.n_done, ==, 1);
  g_assert_true (is_mine (&other));
  set (&door, &door.open);
  rankle_painter_await (jobs[0]);
  g_assert_false (is_mine (&held));
  rankle_painter_end (jobs[0]);
  rankle_painter_end (jobs[1]);
  door_clear (&door);
}

static void
open_door (gpointer data)
{
  Sheet *sheet = data;

  set (sheet->door, &sheet->door->open);
  sheet->n_done++;
}

/* Who waits for what the painter is at does other jobs meanwhile: here, that without
 * which the painter would never come to an end. */
static void
test_who_waits_helps (void)
{
  g_autoptr (RanklePainter) painter = rankle_painter_new ();
  Door            door;
  Sheet           held = { .door = &door }, key = { .door = &door };
  RanklePaintJob *jobs[2];

  door_init (&door);
  jobs[0] = rankle_painter_begin (painter, paint, &held);
  wait_until (&door, &door.reached);
  jobs[1] = rankle_painter_begin (painter, open_door, &key);
  rankle_painter_await (jobs[0]);
  g_assert_cmpuint (key.n_done, ==, 1);
  g_assert_cmpuint (held.n_done, ==, 1);
  rankle_painter_end (jobs[0]);
  rankle_painter_end (jobs[1]);
  door_clear (&door);
}

/* What was ended before it was taken is not done, and its data may go. */
static void
test_ended_is_left_alone (void)
{
  g_autoptr (RanklePainter) painter = rankle_painter_new ();
  Door            door;
  Sheet           held = { .door = &door };
  Sheet          *gone = g_new0 (Sheet, 1);
  guint           clock = 0;
  RanklePaintJob *jobs[2];

  door_init (&door);
  jobs[0] = rankle_painter_begin (painter, paint, &held);
  wait_until (&door, &door.reached);
  gone->clock = &clock;
  jobs[1] = rankle_painter_begin (painter, paint, gone);
  rankle_painter_end (jobs[1]);
  g_free (gone);
  set (&door, &door.open);
  rankle_painter_await (jobs[0]);
  rankle_painter_end (jobs[0]);
  g_assert_cmpuint (clock, ==, 0);
  door_clear (&door);
}

/* What is being done is done when it has been ended. */
static void
test_ended_is_done_with (void)
{
  g_autoptr (RanklePainter) painter = rankle_painter_new ();

  for (guint round = 0; round < 500; round++)
    {
      guint           clock = 0, left;
      Sheet          *sheet = g_new0 (Sheet, 1);
      RanklePaintJob *job;

      sheet->clock = &clock;
      job = rankle_painter_begin (painter, paint, sheet);
      if (round % 2 == 0)
        g_thread_yield ();
      rankle_painter_end (job);
      left = sheet->n_done;
      g_assert_cmpuint (left, ==, clock);
      g_free (sheet);
    }
}

/* What was written before a job was begun the job reads, and what it wrote who awaits it.
 */
static void
double_it (gpointer data)
{
  guint *numbers = data;

  for (guint i = 0; i < 1000; i++)
    numbers[i] *= 2;
}

static void
test_carries_from_thread_to_thread (void)
{
  g_autoptr (RanklePainter) painter = rankle_painter_new ();

  for (guint round = 0; round < 300; round++)
    {
      guint           numbers[1000];
      RanklePaintJob *job;

      for (guint i = 0; i < 1000; i++)
        numbers[i] = round + i;
      job = rankle_painter_begin (painter, double_it, numbers);
      rankle_painter_await (job);
      for (guint i = 0; i < 1000; i++)
        g_assert_cmpuint (numbers[i], ==, 2 * (round + i));
      rankle_painter_end (job);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/painter/1/once-and-whole", test_once_and_whole);
  g_test_add_func ("/painter/2/in-order", test_in_order);
  g_test_add_func ("/painter/3/who-waits-paints", test_who_waits_paints);
  g_test_add_func ("/painter/3/who-waits-helps", test_who_waits_helps);
  g_test_add_func ("/painter/4/ended-is-left-alone", test_ended_is_left_alone);
  g_test_add_func ("/painter/4/ended-is-done-with", test_ended_is_done_with);
  g_test_add_func ("/painter/5/carries", test_carries_from_thread_to_thread);
  return g_test_run ();
}
