/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "rankle-report-private.h"

#define CODE_SIZE    10
#define ROW_GAP      4
#define CONTINUATION "    " /* before what goes on */

/* ---- lines ---- */

/* The end of the word at @at, blanks within quotes being part of it; @quoted: whether it
 * has any. */
static const char *
find_end (const char *at, gboolean *quoted)
{
  char within = '\0';

  *quoted = FALSE;
  for (; *at != '\0' && (within != '\0' || *at != ' '); at++)
    {
      if (*at == '\\' && within != '\'' && at[1] != '\0')
        at++;
      else if (*at == within)
        within = '\0';
      else if (within == '\0' && (*at == '\'' || *at == '"'))
        within = *at;
      *quoted |= within != '\0';
    }
  return at;
}

static void
end_line (GPtrArray *lines, GString *line, const char *mark)
{
  g_string_append (line, mark);
  g_ptr_array_add (lines, g_strdup (line->str));
  g_string_truncate (line, 0);
}

static glong
measure (const GString *line)
{
  return g_utf8_strlen (line->str, (gssize)line->len);
}

/* What goes on with a divided word begins its line: a blank would be part of none. */
static void
divide_word (GPtrArray *lines, GString *line, guint most)
{
  /* Behind what is left there may have to be a blank and a mark. */
  while (measure (line) > (glong)most - 2)
    {
      char            *at = g_utf8_offset_to_pointer (line->str, (glong)most - 2);
      g_autofree char *rest = g_strdup (at);

      g_string_truncate (line, (gsize)(at - line->str));
      end_line (lines, line, "\\");
      g_string_assign (line, rest);
    }
}

static void
add_word (GPtrArray *lines, GString *line, const char *word, gboolean quoted, guint most)
{
  /* A blank, and the blank and the mark that may have to follow. */
  glong wide = g_utf8_strlen (word, -1) + 3;

  if (line->len > 0 && measure (line) + wide > (glong)most)
    {
      end_line (lines, line, " \\");
      g_string_assign (line, CONTINUATION);
    }
  else if (line->len > 0)
    g_string_append_c (line, ' ');
  g_string_append (line, word);
  if (!quoted)
    divide_word (lines, line, most);
}

char **
_rankle_report_break_command (const char *command, guint most)
{
  GPtrArray *lines = g_ptr_array_new ();
  g_autoptr (GString) line = g_string_new (NULL);

  g_return_val_if_fail (command != NULL && most > 2 * strlen (CONTINUATION), NULL);

  while (*command != '\0')
    {
      gboolean         quoted;
      const char      *end = find_end (command, &quoted);
      g_autofree char *word = g_strndup (command, (gsize)(end - command));

      add_word (lines, line, word, quoted, most);
      command = *end == ' ' ? end + 1 : end;
    }
  end_line (lines, line, "");
  g_ptr_array_add (lines, NULL);
  return (char **)g_ptr_array_free (lines, FALSE);
}

/* ---- items ---- */

/* How many letters of one width there is room for. */
static guint
count_letters (double width)
{
  RanklePictureItem *ten = rankle_picture_item_new_code ("0000000000", CODE_SIZE);
  double             letter = 0.1 * ten->box.width;

  rankle_picture_item_free (ten);
  return (guint)(width / letter);
}

/* What no letter of one width stands for may be wider, and what is quoted too long: then
 * it is divided as any text is. */
static void
put_line (RankleReportFlow *flow, const char *text)
{
  RanklePictureItem *item = rankle_picture_item_new_code (text, CODE_SIZE);
  double             height = item->box.height;

  if (item->box.width > rankle_report_flow_get_inner (flow))
    {
      rankle_picture_item_free (item);
      rankle_report_flow_put_text (flow, text, CODE_SIZE, RANKLE_REPORT_PLAIN, 0);
      return;
    }
  rankle_report_flow_keep (flow, height);
  rankle_report_flow_put (flow, item, 0, 0);
  rankle_report_flow_advance (flow, height);
}

static void
put_command (RankleReportFlow *flow, const char *command)
{
  guint most = count_letters (rankle_report_flow_get_inner (flow));
  g_auto (GStrv) lines = _rankle_report_break_command (command, most);

  for (char **line = lines; *line != NULL; line++)
    put_line (flow, *line);
}

/* On the page of its command. */
static void
put_name (RankleReportFlow *flow, const RankleKeptRun *kept)
{
  g_autofree char *letter = rankle_kept_run_dup_letter (rankle_kept_run_get_ink (kept));
  g_autofree char *words =
      /* Translators: the letter of a kept run, and its name */
      g_strdup_printf (_ ("%1$s: %2$s"), letter, rankle_kept_run_get_name (kept));

  rankle_report_flow_advance (flow, ROW_GAP);
  rankle_report_flow_keep (flow, 4 * CODE_SIZE);
  rankle_report_flow_put_text (flow, words, RANKLE_REPORT_SMALL_SIZE, RANKLE_REPORT_BOLD,
                               0);
}

void
_rankle_report_put_commands (RankleReportFlow *flow, const RankleReportContent *content)
{
  const RanklePictureContent *shown = &content->shown;
  const char *const          *command = content->commands;

  if (command == NULL || *command == NULL)
    return;
  rankle_report_flow_put_heading (flow, _ ("Command"));
  put_command (flow, *command++);
  for (guint i = 0; i < shown->n_kept && *command != NULL; i++)
    if (!rankle_kept_run_is_hidden (shown->kept[i].kept))
      {
        put_name (flow, shown->kept[i].kept);
        put_command (flow, *command++);
      }
}
