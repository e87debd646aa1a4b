#pragma once
#include "rankle-study.h"
#include <gtk/gtk.h>
G_BEGIN_DECLS
#define RANKLE_TYPE_DIAGRAM_VIEW (rankle_diagram_view_get_type ())
G_DECLARE_FINAL_TYPE (
    RankleDiagramView, rankle_diagram_view, RANKLE, DIAGRAM_VIEW, GtkWidget)
void rankle_diagram_view_set_study (RankleDiagramView *view, RankleStudy *study);
void rankle_diagram_view_fit (RankleDiagramView *view);
G_END_DECLS
