/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-lesson-log.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "rankle-csv.h"

struct _RankleLessonLog
{
  RankleLesson *lesson;  /* (owned) */
  GArray       *entries; /* (owned): RankleLogEntry */
};

/* As files have them. */
static const char *const names[RANKLE_N_LOG_EVENTS] = {
  "began", "predicted", "revealed", "answered", "ran",
  "goal",  "hint",      "skipped",  "finished",
};

/* As they are read. */
static const char *const titles[RANKLE_N_LOG_EVENTS] = {
  N_ ("Step"), N_ ("Prediction"), N_ ("Outcome"), N_ ("Answer"),   N_ ("Run"),
  N_ ("Goal"), N_ ("Hint"),       N_ ("Skipped"), N_ ("Finished"),
};

static void
clear_entry (gpointer data)
{
  RankleLogEntry *entry = data;

  g_free (entry->words);
}

RankleLessonLog *
rankle_lesson_log_new (const RankleLesson *lesson)
{
  RankleLessonLog *log;

  g_return_val_if_fail (lesson != NULL, NULL);

  log = g_new0 (RankleLessonLog, 1);
  log->lesson = rankle_lesson_ref (lesson);
  log->entries = g_array_new (FALSE, FALSE, sizeof (RankleLogEntry));
  g_array_set_clear_func (log->entries, clear_entry);
  return log;
}

void
rankle_lesson_log_free (RankleLessonLog *log)
{
  g_return_if_fail (log != NULL);

  g_array_unref (log->entries);
  rankle_lesson_unref (log->lesson);
  g_free (log);
}

void
rankle_lesson_log_add (RankleLessonLog *log, const RankleLogEntry *entry)
{
  RankleLogEntry copy;

  g_return_if_fail (log != NULL && entry != NULL && entry->words != NULL);
  g_return_if_fail (entry->step < log->lesson->n_steps);
  g_return_if_fail (entry->event < RANKLE_N_LOG_EVENTS);

  copy = *entry;
  copy.words = g_strdup (entry->words);
  if (log->entries->len > 0)
    {
      const RankleLogEntry *last =
          &g_array_index (log->entries, RankleLogEntry, log->entries->len - 1);

      copy.time = MAX (copy.time, last->time);
    }
  g_array_append_val (log->entries, copy);
}

const RankleLogEntry *
rankle_lesson_log_get (const RankleLessonLog *log, guint *n)
{
  g_return_val_if_fail (log != NULL && n != NULL, NULL);

  *n = log->entries->len;
  return (const RankleLogEntry *)(void *)log->entries->data;
}

static const char *
get_title (const RankleLessonLog *log, const RankleLogEntry *entry)
{
  return rankle_lesson_translate (log->lesson, log->lesson->steps[entry->step].title);
}

/* ---- as a table ---- */

static gboolean
is_judged (RankleLogEvent event)
{
  return event == RANKLE_LOG_REVEALED || event == RANKLE_LOG_ANSWERED;
}

static void
append_row (GString *text, const RankleLessonLog *log, const RankleLogEntry *entry)
{
  gint64 begin = g_array_index (log->entries, RankleLogEntry, 0).time;
  g_autoptr (GDateTime) utc =
      g_date_time_new_from_unix_utc (entry->time / G_USEC_PER_SEC);
  g_autofree char *when = g_date_time_format (utc, "%Y-%m-%dT%H:%M:%SZ");

  g_string_append_printf (text, "%s,", when);
  rankle_csv_append_number (text, (double)(entry->time - begin) / G_USEC_PER_SEC);
  g_string_append_c (text, ',');
  rankle_csv_append_text (text, log->lesson->steps[entry->step].id);
  g_string_append_c (text, ',');
  rankle_csv_append_text (text, get_title (log, entry));
  g_string_append_printf (text, ",%s,", names[entry->event]);
  if (is_judged (entry->event))
    g_string_append (text, entry->right ? "yes" : "no");
  g_string_append_c (text, ',');
  if (!isnan (entry->value))
    rankle_csv_append_number (text, entry->value);
  g_string_append_c (text, ',');
  rankle_csv_append_text (text, entry->words);
  g_string_append_c (text, '\n');
}

char *
rankle_lesson_log_to_csv (const RankleLessonLog *log)
{
  GString *text;

  g_return_val_if_fail (log != NULL, NULL);

  text = g_string_new (NULL);
  rankle_csv_append_note (text,
                          rankle_lesson_translate (log->lesson, log->lesson->title));
  g_string_append (text, "time,seconds,step,title,event,right,value,words\n");
  for (guint i = 0; i < log->entries->len; i++)
    append_row (text, log, &g_array_index (log->entries, RankleLogEntry, i));
  return g_string_free (text, FALSE);
}

/* ---- as text ---- */

/* (transfer full): "1:05", minutes and seconds since the beginning. */
static char *
format_clock (const RankleLessonLog *log, const RankleLogEntry *entry)
{
  gint64 begin = g_array_index (log->entries, RankleLogEntry, 0).time;
  gint64 seconds = (entry->time - begin) / G_USEC_PER_SEC;

  return g_strdup_printf ("%d:%02d", (int)(seconds / 60), (int)(seconds % 60));
}

char *
rankle_lesson_log_to_text (const RankleLessonLog *log)
{
  GString *text;

  g_return_val_if_fail (log != NULL, NULL);

  text = g_string_new (rankle_lesson_translate (log->lesson, log->lesson->title));
  g_string_append_c (text, '\n');
  for (guint i = 0; i < log->entries->len; i++)
    {
      const RankleLogEntry *entry = &g_array_index (log->entries, RankleLogEntry, i);
      g_autofree char      *clock = format_clock (log, entry);

      /* Translators: a line of a log: minutes and seconds, what it is, what is told of
       * it: "1:05  Prediction: It falls" */
      g_string_append_printf (text, _ ("%s  %s: %s"), clock, _ (titles[entry->event]),
                              entry->words);
      g_string_append_c (text, '\n');
    }
  return g_string_free (text, FALSE);
}
