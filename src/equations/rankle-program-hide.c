/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "rankle-program.h"

/* Observables that are asked for seldom stand behind the others, and what the others need
 * is code of its own: rows of tables are made by it. */

static guint
count_operands (guint op)
{
  if (op == RANKLE_OP_COPY || op == RANKLE_OP_DERIVE)
    return 1;
  if (op == RANKLE_OP_POWERS)
    return 2;

  return rankle_op_get_arity (op);
}

static guint32
move_register (const RankleProgram *program, const guint *place, guint32 at)
{
  if (at < program->observables || at >= program->observables + program->n_observables)
    return at;

  g_assert (place[at - program->observables] < program->n_observables);
  return program->observables + place[at - program->observables];
}

static void
move_observables (const RankleProgram *program, RankleInstruction *at, const guint *place)
{
  for (; at->op != RANKLE_OP_END; at++)
    {
      guint32 *operands[] = { &at->a, &at->b, &at->c };

      at->dst = move_register (program, place, at->dst);
      for (guint k = 0; k < count_operands (at->op); k++)
        *operands[k] = move_register (program, place, *operands[k]);
    }
}

/* Of @code, backwards, what the first @n observables need. */
static guint8 *
find_needed (const RankleProgram *program, const GArray *code, guint n)
{
  guint8            *needed = g_new0 (guint8, code->len + 1);
  g_autofree guint8 *read = g_new0 (guint8, program->n_registers + 1);

  for (guint i = 0; i < n; i++)
    read[program->observables + i] = TRUE;
  for (guint i = code->len; i-- > 0;)
    {
      const RankleInstruction *at = &g_array_index (code, RankleInstruction, i);
      const guint32            operands[] = { at->a, at->b, at->c };

      needed[i] = read[at->dst];
      read[at->dst] = FALSE;
      for (guint k = 0; needed[i] && k < count_operands (at->op); k++)
        read[operands[k]] = TRUE;
    }

  return needed;
}

static void
emit_shown (RankleProgram *program)
{
  GArray *shown = g_array_new (FALSE, FALSE, sizeof (RankleInstruction));
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (RankleInstruction));
  g_autofree guint8 *needed = NULL;
  RankleInstruction  end = { RANKLE_OP_END, 0, 0, 0, 0 };

  g_array_append_vals (all, program->code[RANKLE_CODE_OBSERVABLES],
                       program->n_code[RANKLE_CODE_OBSERVABLES]);
  needed = find_needed (program, all, program->n_shown);
  for (guint i = 0; i < all->len; i++)
    {
      RankleInstruction at = g_array_index (all, RankleInstruction, i);

      if (!needed[i])
        continue;
      if (at.op == RANKLE_OP_POWERS) /* some of its company may be gone */
        at.op = RANKLE_OP_POWER;
      g_array_append_val (shown, at);
    }
  program->n_code[RANKLE_CODE_SHOWN] = shown->len;
  g_array_append_val (shown, end);
  g_free (program->code[RANKLE_CODE_SHOWN]);
  program->code[RANKLE_CODE_SHOWN] =
      (RankleInstruction *)(void *)g_array_free (shown, FALSE);
}

void
rankle_program_hide (RankleProgram *program, const guint *place, guint n_shown)
{
  g_assert (n_shown <= program->n_observables);
  g_assert (program->n_shown == program->n_observables); /* once */

  for (guint i = 0; i < RANKLE_N_CODES; i++)
    if (program->code[i] != NULL)
      move_observables (program, program->code[i], place);
  program->n_shown = n_shown;
  emit_shown (program);
}
